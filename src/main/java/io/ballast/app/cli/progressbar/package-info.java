/** Progress of long work, by progressbar. */
@NullMarked
package io.ballast.app.cli.progressbar;

import org.jspecify.annotations.NullMarked;
