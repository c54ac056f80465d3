/** What the terminal shows: from figures to lines of text. Pure. */
@NullMarked
package io.ballast.app.cli.screen;

import org.jspecify.annotations.NullMarked;
