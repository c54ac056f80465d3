/**
 * Configuration: files are bound to records whose quantities carry units; every problem is reported at once with its position,
 * and the JSON Schema is generated from the same records.
 */
@NullMarked
package io.ballast.base.config;

import org.jspecify.annotations.NullMarked;
