/** Recorded histories, exact labels and the training of scorers. */
@NullMarked
package io.ballast.lab.training;

import org.jspecify.annotations.NullMarked;
