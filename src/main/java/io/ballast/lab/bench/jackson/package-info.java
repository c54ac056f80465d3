/** Pools and swaps of a benchmark from JSON files, by Jackson. */
@NullMarked
package io.ballast.lab.bench.jackson;

import org.jspecify.annotations.NullMarked;
