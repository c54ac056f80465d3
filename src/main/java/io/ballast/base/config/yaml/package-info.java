/** YAML 1.2 text to configuration nodes, by snakeyaml-engine. */
@NullMarked
package io.ballast.base.config.yaml;

import org.jspecify.annotations.NullMarked;
