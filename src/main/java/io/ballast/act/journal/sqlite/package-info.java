/** The journal in one SQLite file: write-ahead log, fsync at every commit, one writer, any number of readers. */
@NullMarked
package io.ballast.act.journal.sqlite;

import org.jspecify.annotations.NullMarked;
