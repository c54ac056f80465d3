/** What must be true before an agent trades: one line for each check, with what to do about it. */
@NullMarked
package io.ballast.app.cli.check;

import org.jspecify.annotations.NullMarked;
