/** From an accepted proposal to reconciled balances: intents, nonces, transactions, receipts. */
@NullMarked
package io.ballast.act.execution;

import org.jspecify.annotations.NullMarked;
