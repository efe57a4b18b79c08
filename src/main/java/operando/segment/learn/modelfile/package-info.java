/**
 * The files of classifiers: {@code .model} as Weka and Trainable Weka Segmentation save it, read as plain data and never by
 * Java's own deserialisation of what is not allowed, and {@code .arff} training data. It has more than twenty classes because
 * the stream of Java objects, the tables of Weka and both kinds of forests are each written and read by their own. Read
 * {@link operando.segment.learn.modelfile.ModelFile} first. Training does not belong here.
 */
package operando.segment.learn.modelfile;
