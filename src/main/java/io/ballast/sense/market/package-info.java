/** One block as the agent sees it: pools, prices with their sources, base fee, balances; all pinned to one block hash. */
@NullMarked
package io.ballast.sense.market;

import org.jspecify.annotations.NullMarked;
