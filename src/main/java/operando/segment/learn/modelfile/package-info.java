/**
 * The files of classifiers: {@code .model} as Weka and Trainable Weka Segmentation save it, read as plain data and never by
 * Java's own deserialisation of what is not allowed, and {@code .arff} training data. Read
 * {@link operando.segment.learn.modelfile.ModelFile} first. Training does not belong here.
 */
package operando.segment.learn.modelfile;
