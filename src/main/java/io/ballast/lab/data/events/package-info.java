/** Pools' events and states, recorded from a chain in pieces that appear whole or not at all. */
@NullMarked
package io.ballast.lab.data.events;

import org.jspecify.annotations.NullMarked;
