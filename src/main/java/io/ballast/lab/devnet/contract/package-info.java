/** The contracts of a devnet: fetched once from pinned npm packages, verified on each load, encoded for deployment. */
@NullMarked
package io.ballast.lab.devnet.contract;

import org.jspecify.annotations.NullMarked;
