/** Value types with units: the only types in which quantities cross a public boundary. JDK only; every type is immutable and thread-safe. */
@NullMarked
package io.ballast.base.units;

import org.jspecify.annotations.NullMarked;
