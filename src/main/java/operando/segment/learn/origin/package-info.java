/**
 * What a classifier was trained on: the kind of its images and the range of its features, as they are kept in the model, so that
 * a model run on something else is noticed. Uses {@code cell} and {@code scan}. Read
 * {@link operando.segment.learn.origin.TrainingRecord} first. How well a classifier does belongs into
 * {@code operando.segment.learn}.
 */
package operando.segment.learn.origin;
