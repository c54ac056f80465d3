/** The decision cycle, the service around it, its configuration and wiring. */
@NullMarked
package io.ballast.agent;

import org.jspecify.annotations.NullMarked;
