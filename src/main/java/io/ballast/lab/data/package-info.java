/** Market history that a backtest replays: what it is made of, what is accepted, where it is kept. */
@NullMarked
package io.ballast.lab.data;

import org.jspecify.annotations.NullMarked;
