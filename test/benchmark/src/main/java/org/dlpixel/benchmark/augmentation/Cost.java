package org.dlpixel.benchmark.augmentation;

/**
 * What the patches of a step cost beside the step.
 *
 * @param preset how they are varied
 * @param patchMillis of all patches of a step, on one core
 * @param stepMillis of the step, on all threads
 * @param threads of the step
 */
record Cost(String preset, double patchMillis, double stepMillis, int threads) {

    /** How busy one core is that keeps up with training, 1 for wholly. */
    double shareOfCore() {
        return patchMillis / stepMillis;
    }

    /** Processor time of the patches, as a share of that of the step. */
    double shareOfStep() {
        return shareOfCore() / threads;
    }
}
