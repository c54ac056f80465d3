/** How far recorded history can be trusted. */
@NullMarked
package io.ballast.lab.data.quality;

import org.jspecify.annotations.NullMarked;
