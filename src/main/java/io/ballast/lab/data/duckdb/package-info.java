/** Parquet files, by DuckDB. */
@NullMarked
package io.ballast.lab.data.duckdb;

import org.jspecify.annotations.NullMarked;
