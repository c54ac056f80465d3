/** The command line: one class per verb, no logic. Entry point: {@link io.ballast.app.cli.Ballast}. */
@NullMarked
package io.ballast.app.cli;

import org.jspecify.annotations.NullMarked;
