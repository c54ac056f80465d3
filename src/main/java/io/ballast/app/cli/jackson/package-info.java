/** Results as JSON, by Jackson. */
@NullMarked
package io.ballast.app.cli.jackson;

import org.jspecify.annotations.NullMarked;
