package operando.segment.learn.modelfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.RandomizableIteratedSingleClassifierEnhancer;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Stands in for the classes of hr.irb.fastRandomForest, which are not on the class path: Java's own deserialisation then
 * reads a model as Fiji does. It wants the same simple names, versions and fields.
 */
public final class FastRandomForestTwins extends ObjectInputStream {

    public FastRandomForestTwins(final InputStream in) throws IOException {
        super(in);
    }

    @Override
    protected Class<?> resolveClass(final ObjectStreamClass description) throws IOException, ClassNotFoundException {
        return switch (description.getName()) {
            case "hr.irb.fastRandomForest.FastRandomForest" -> FastRandomForest.class;
            case "hr.irb.fastRandomForest.FastRfBagging" -> FastRfBagging.class;
            case "hr.irb.fastRandomForest.FastRandomTree" -> FastRandomTree.class;
            case "[Lhr.irb.fastRandomForest.FastRandomTree;" -> FastRandomTree[].class;
            default -> super.resolveClass(description);
        };
    }
}

class FastRandomForest extends AbstractClassifier {
    private static final long serialVersionUID = 4216839470751428700L;
    int m_KValue;
    int m_MaxDepth;
    int m_NumThreads;
    boolean m_computeImportances;
    int m_numFeatures;
    int m_numTrees;
    int m_randomSeed;
    double[] m_FeatureImportances;
    Instances m_Info;
    AbstractClassifier m_ZeroR;
    FastRfBagging m_bagger;

    @Override
    public void buildClassifier(final Instances data) {
        throw new UnsupportedOperationException();
    }

    Classifier[] trees() {
        return m_bagger.trees();
    }
}

class FastRfBagging extends RandomizableIteratedSingleClassifierEnhancer {
    private static final long serialVersionUID = -505879962237199702L;
    int m_BagSizePercent;
    boolean m_CalcOutOfBag;
    double m_OutOfBagError;
    boolean m_computeImportances;
    double[] m_FeatureImportances;

    Classifier[] trees() {
        return m_Classifiers;
    }
}

class FastRandomTree extends AbstractClassifier {
    private static final long serialVersionUID = 8934314652175299375L;
    int m_Attribute;
    double m_SplitPoint;
    double[] m_ClassProbs;
    FastRandomForest m_MotherForest;
    double[] m_Prop;
    FastRandomTree[] m_Successors;

    @Override
    public void buildClassifier(final Instances data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[] distributionForInstance(final Instance instance) {
        if (m_Attribute < 0) {
            return m_ClassProbs;
        }
        return m_Successors[instance.value(m_Attribute) < m_SplitPoint ? 0 : 1].distributionForInstance(instance);
    }
}
