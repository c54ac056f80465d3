/** Halt, resume, health and status of a running agent, from the outside. */
@NullMarked
package io.ballast.agent.control;

import org.jspecify.annotations.NullMarked;
