/** Brings files of others into a store: all of them or none. */
@NullMarked
package io.ballast.lab.data.imports;

import org.jspecify.annotations.NullMarked;
