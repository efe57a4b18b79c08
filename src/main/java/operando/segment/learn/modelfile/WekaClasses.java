package operando.segment.learn.modelfile;

import java.util.List;

/**
 * The classes that a model file of Trainable Weka Segmentation describes, with the versions and fields that FastRandomForest
 * and Weka 3.9 give them.
 */
final class WekaClasses {

    static final JavaStreamClass CLASSIFIER = plain("weka.classifiers.AbstractClassifier", 6502780192411755341L, null,
        "Z m_Debug", "Z m_DoNotCheckCapabilities", "I m_numDecimalPlaces", "Ljava/lang/String; m_BatchSize");
    static final JavaStreamClass FOREST = plain(JavaStreamForest.FAST_FOREST, 4216839470751428700L, CLASSIFIER,
        "I m_KValue", "I m_MaxDepth", "I m_NumThreads", "Z m_computeImportances", "I m_numFeatures", "I m_numTrees",
        "I m_randomSeed", "[D m_FeatureImportances", "Lweka/core/Instances; m_Info",
        "Lweka/classifiers/AbstractClassifier; m_ZeroR", "Lhr/irb/fastRandomForest/FastRfBagging; m_bagger");
    static final JavaStreamClass TREE = plain("hr.irb.fastRandomForest.FastRandomTree", 8934314652175299375L, CLASSIFIER,
        "I m_Attribute", "D m_SplitPoint", "[D m_ClassProbs", "Lhr/irb/fastRandomForest/FastRandomForest; m_MotherForest",
        "[D m_Prop", "[Lhr/irb/fastRandomForest/FastRandomTree; m_Successors");
    static final JavaStreamClass INSTANCES = plain("weka.core.Instances", -19412345060742748L, null, "I m_ClassIndex", "I m_Lines",
        "Ljava/util/ArrayList; m_Attributes", "Ljava/util/ArrayList; m_Instances",
        "Ljava/util/HashMap; m_NamesToAttributeIndices", "Ljava/lang/String; m_RelationName");
    static final JavaStreamClass ATTRIBUTE = plain("weka.core.Attribute", -742180568732916383L, null, "I m_Index", "I m_Type",
        "D m_Weight", "Lweka/core/AttributeInfo; m_AttributeInfo", "Lweka/core/AttributeMetaInfo; m_AttributeMetaInfo",
        "Ljava/lang/String; m_Name");
    static final JavaStreamClass NOMINAL = plain("weka.core.NominalAttributeInfo", -4143961687839418499L, null,
        "Ljava/util/Hashtable; m_Hashtable", "Ljava/util/ArrayList; m_Values");
    static final JavaStreamClass LIST = writing("java.util.ArrayList", 8683452581122892189L, "I size");
    static final JavaStreamClass TABLE = writing("java.util.Hashtable", 1421746759512286392L, "F loadFactor", "I threshold");
    static final JavaStreamClass MAP = writing("java.util.HashMap", 362498820763181265L, "F loadFactor", "I threshold");
    static final JavaStreamClass INTEGER = plain("java.lang.Integer", 1360826667806852920L,
        plain("java.lang.Number", -8742448824652078965L, null), "I value");
    static final JavaStreamClass DOUBLES = plain("[D", 4514449696888150558L, null);
    static final JavaStreamClass CLASSIFIERS = plain("[Lweka.classifiers.Classifier;", 3598330857592102858L, null);
    static final JavaStreamClass TREES = plain("[Lhr.irb.fastRandomForest.FastRandomTree;", -3175045561189425181L, null);
    static final JavaStreamClass BAGGING = bagging();
    static final JavaStreamClass WEKA_FOREST = wekaForest();
    static final JavaStreamClass WEKA_TREE = plain("weka.classifiers.trees.RandomTree", -9051119597407396024L, CLASSIFIER, "I m_KValue", "I m_MaxDepth",
        "I m_NumFolds", "I m_randomSeed", "D m_MinNum", "D m_MinVarianceProp", "Lweka/core/Instances; m_Info",
        "Lweka/classifiers/trees/RandomTree$Tree; m_Tree");
    static final JavaStreamClass WEKA_NODE = plain("weka.classifiers.trees.RandomTree$Tree", 3549573538656522569L, null, "I m_Attribute", "D m_SplitPoint",
        "[D m_ClassDistribution", "[D m_Prop", "[Lweka/classifiers/trees/RandomTree$Tree; m_Successors", "Lweka/classifiers/trees/RandomTree; this$0");
    static final JavaStreamClass WEKA_NODES = plain("[Lweka.classifiers.trees.RandomTree$Tree;", -2913659533666866175L, null);

    private WekaClasses() {
    }

    private static JavaStreamClass bagging() {
        final JavaStreamClass random = plain("weka.classifiers.RandomizableIteratedSingleClassifierEnhancer", 5063351391524938557L,
            iterated(), "I m_Seed");
        return plain("hr.irb.fastRandomForest.FastRfBagging", -505879962237199702L, random, "I m_BagSizePercent",
            "Z m_CalcOutOfBag", "D m_OutOfBagError", "Z m_computeImportances", "[D m_FeatureImportances");
    }

    private static JavaStreamClass iterated() {
        final JavaStreamClass enhancer = plain("weka.classifiers.SingleClassifierEnhancer", -3665885256363525164L, CLASSIFIER,
            "Lweka/classifiers/Classifier; m_Classifier");
        return plain("weka.classifiers.IteratedSingleClassifierEnhancer", -6217979135443319724L, enhancer,
            "I m_NumIterations", "[Lweka/classifiers/Classifier; m_Classifiers");
    }

    // Fields that are left out get what an untouched object has.
    private static JavaStreamClass wekaForest() {
        final JavaStreamClass parallel = plain("weka.classifiers.ParallelIteratedSingleClassifierEnhancer", -5026378741833046436L, iterated(),
            "I m_numExecutionSlots");
        final JavaStreamClass random = plain("weka.classifiers.RandomizableParallelIteratedSingleClassifierEnhancer", 1298141000373615374L, parallel, "I m_Seed");
        final JavaStreamClass bagging = plain("weka.classifiers.meta.Bagging", -115879962237199703L, random, "I m_BagSizePercent", "Z m_RepresentUsingWeights");
        return plain(JavaStreamForest.WEKA_FOREST, 1116839470751428698L, bagging);
    }

    private static JavaStreamClass plain(final String name, final long version, final JavaStreamClass superClass,
        final String... fields) {
        return new JavaStreamClass(name, version, JavaStreamClass.SERIALIZABLE, fields(fields), superClass);
    }

    private static JavaStreamClass writing(final String name, final long version, final String... fields) {
        return new JavaStreamClass(name, version, JavaStreamClass.SERIALIZABLE | JavaStreamClass.WRITE_METHOD, fields(fields), null);
    }

    private static List<JavaStreamClass.Field> fields(final String... fields) {
        return List.of(fields).stream().map(field -> {
            final String[] typeAndName = field.split(" ");
            return new JavaStreamClass.Field(field.charAt(0), typeAndName[1], typeAndName[0]);
        }).toList();
    }
}
