/** Networks by Deeplearning4j: fitting, scoring, and the only safe way to load a model file. */
@NullMarked
package io.ballast.think.model.dl4j;

import org.jspecify.annotations.NullMarked;
