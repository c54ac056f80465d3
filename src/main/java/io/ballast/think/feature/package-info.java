/** Price windows and features with stated shapes; only bars already closed can enter. */
@NullMarked
package io.ballast.think.feature;

import org.jspecify.annotations.NullMarked;
