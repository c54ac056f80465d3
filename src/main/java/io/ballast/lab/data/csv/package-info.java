/** Reads bars out of CSV files, strictly and in one pass. */
@NullMarked
package io.ballast.lab.data.csv;

import org.jspecify.annotations.NullMarked;
