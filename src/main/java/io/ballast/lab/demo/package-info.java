/** The whole agent on a local chain, in lock-step: one seed fixes everything. */
@NullMarked
package io.ballast.lab.demo;

import org.jspecify.annotations.NullMarked;
