/** The port to scorers, the rule scorers, and model cards. */
@NullMarked
package io.ballast.think.model;

import org.jspecify.annotations.NullMarked;
