package io.ballast.lab.training;

import io.ballast.think.model.ModelDraft;
import java.time.Duration;

/**
 * A model to be written, and what it took.
 *
 * @param fitting time of all members and folds
 * @param rowsFitted candidates that went through an optimiser's step, counted every time
 */
public record TrainingResult(ModelDraft draft, Duration fitting, long rowsFitted) {}
