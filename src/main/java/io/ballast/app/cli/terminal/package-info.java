/** Standard output and standard error, the terminal behind them, and its keys. */
@NullMarked
package io.ballast.app.cli.terminal;

import org.jspecify.annotations.NullMarked;
