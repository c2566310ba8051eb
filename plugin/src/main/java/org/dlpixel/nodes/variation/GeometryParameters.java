package org.dlpixel.nodes.variation;

import java.util.List;
import org.dlpixel.core.augment.geometry.Elastic;
import org.dlpixel.core.augment.geometry.Flip;
import org.dlpixel.core.augment.geometry.Rotate;
import org.dlpixel.core.augment.geometry.Rotate90;
import org.dlpixel.core.augment.geometry.Shear;
import org.dlpixel.core.augment.geometry.SizedCrop;
import org.dlpixel.core.augment.geometry.Zoom;
import org.dlpixel.core.augment.operation.Augmentation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What moves pixels. All of it is read in one resampling. */
@LoadDefaultsForAbsentFields
public final class GeometryParameters implements NodeParameters {

    static final class FlipOn implements BooleanReference {}

    static final class Rotate90On implements BooleanReference {}

    static final class SizedCropOn implements BooleanReference {}

    static final class RotateOn implements BooleanReference {}

    static final class ZoomOn implements BooleanReference {}

    static final class ShearOn implements BooleanReference {}

    static final class ElasticOn implements BooleanReference {}

    @Widget(title = "Flips", description = "Mirrors along x and along y, independently.")
    @ValueReference(FlipOn.class)
    boolean m_flip = true;

    @Widget(title = "Probability of each flip", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = FlipOn.class, type = EffectType.SHOW)
    double m_flipProbability = 0.5;

    @Widget(
            title = "Rotations by 90 degrees",
            description = "Rotates by 0, 90, 180 or 270 degrees, each as likely.")
    @ValueReference(Rotate90On.class)
    boolean m_rotate90 = true;

    @Widget(title = "Probability of a rotation by 90 degrees", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = Rotate90On.class, type = EffectType.SHOW)
    double m_rotate90Probability = 1;

    @Widget(
            title = "Random sized crop",
            description = "Zooms into a smaller square of the patch, as the original " + "does.")
    @ValueReference(SizedCropOn.class)
    boolean m_sizedCrop;

    @Widget(title = "Probability of a sized crop", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = SizedCropOn.class, type = EffectType.SHOW)
    double m_sizedCropProbability = 0.5;

    @Widget(
            title = "Largest magnification",
            description =
                    "The smallest square has the side patch size / magnification; " + "1 to 100.")
    @Effect(predicate = SizedCropOn.class, type = EffectType.SHOW)
    double m_sizeFactor = 1.25;

    @Widget(
            title = "Rotations by any angle",
            description = "Rotates about the centre of the patch.")
    @ValueReference(RotateOn.class)
    boolean m_rotate = true;

    @Widget(title = "Probability of a rotation by any angle", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = RotateOn.class, type = EffectType.SHOW)
    double m_rotateProbability = 0.5;

    @Widget(title = "Largest angle", description = "Degrees in either direction, 0 to 180.")
    @Effect(predicate = RotateOn.class, type = EffectType.SHOW)
    double m_angle = 45;

    @Widget(title = "Zoom in and out", description = "Shows a smaller or a larger field of view.")
    @ValueReference(ZoomOn.class)
    boolean m_zoom = true;

    @Widget(title = "Probability of a zoom", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = ZoomOn.class, type = EffectType.SHOW)
    double m_zoomProbability = 0.75;

    @Widget(
            title = "Zoom factor",
            description = "The field is 1 / factor to factor times as wide, 1 to 4.")
    @Effect(predicate = ZoomOn.class, type = EffectType.SHOW)
    double m_zoomFactor = 1.5;

    @Widget(title = "Shear", description = "Slants the patch along x or along y.")
    @ValueReference(ShearOn.class)
    boolean m_shear;

    @Widget(title = "Probability of a shear", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = ShearOn.class, type = EffectType.SHOW)
    double m_shearProbability = 0.3;

    @Widget(
            title = "Largest shear angle",
            description = "Degrees by which an upright line is slanted, 0 to 45.")
    @Effect(predicate = ShearOn.class, type = EffectType.SHOW)
    double m_shearAngle = 15;

    @Widget(
            title = "Elastic deformation",
            description =
                    "Bends the patch: a coarse grid is displaced at random, and "
                            + "smoothly between its nodes.")
    @ValueReference(ElasticOn.class)
    boolean m_elastic;

    @Widget(title = "Probability of an elastic deformation", description = "From 0 to 1.")
    @NumberInputWidget(
            minValidation = IsNonNegativeValidation.class,
            maxValidation = AtMostOne.class)
    @Effect(predicate = ElasticOn.class, type = EffectType.SHOW)
    double m_elasticProbability = 0.3;

    @Widget(
            title = "Largest displacement",
            description =
                    "Pixels along x and along y; at most 0.48 of the grid "
                            + "spacing, so that nothing is folded.")
    @Effect(predicate = ElasticOn.class, type = EffectType.SHOW)
    double m_displacement = 8;

    @Widget(
            title = "Grid spacing",
            description = "Pixels between the nodes of the grid, 4 to 1024.")
    @Effect(predicate = ElasticOn.class, type = EffectType.SHOW)
    int m_spacing = 32;

    /** Adds the operations that are switched on, in the order of their fields. */
    void addTo(List<Augmentation> chosen) {
        if (m_flip) {
            chosen.add(new Flip(m_flipProbability, m_flipProbability));
        }
        if (m_rotate90) {
            chosen.add(new Rotate90(m_rotate90Probability));
        }
        if (m_sizedCrop) {
            chosen.add(new SizedCrop(m_sizedCropProbability, m_sizeFactor));
        }
        if (m_rotate) {
            chosen.add(new Rotate(m_rotateProbability, m_angle));
        }
        if (m_zoom) {
            chosen.add(new Zoom(m_zoomProbability, m_zoomFactor));
        }
        if (m_shear) {
            chosen.add(new Shear(m_shearProbability, m_shearAngle));
        }
        if (m_elastic) {
            chosen.add(new Elastic(m_elasticProbability, m_displacement, m_spacing));
        }
    }
}
