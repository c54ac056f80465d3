/** Model cards as JSON. */
@NullMarked
package io.ballast.think.model.jackson;

import org.jspecify.annotations.NullMarked;
