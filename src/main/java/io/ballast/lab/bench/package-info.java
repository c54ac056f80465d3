/** Speed of our own parts beside that of the libraries people use, on the same work in the same run. */
@NullMarked
package io.ballast.lab.bench;

import org.jspecify.annotations.NullMarked;
