package io.ballast.lab.backtest.report;

/**
 * One series of a chart.
 *
 * @param name at its end and in the readout
 * @param css class that gives it its colour and dash
 * @param values one for each point of the axis; NaN where there is none
 */
record Line(String name, String css, double[] values) {

    double last() {
        return values[values.length - 1];
    }

    /** The course of an SVG path; breaks where there is no value. */
    String path(Frame frame, Axis axis, Scale scale, int every) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < values.length; i = i == axis.last() ? i + 1 : Math.min(axis.last(), i + every)) {
            if (Double.isFinite(values[i])) {
                path.append(pen ? 'L' : 'M')
                        .append(Coordinate.of(frame.x(axis.share(i))))
                        .append(' ')
                        .append(Coordinate.of(frame.y(scale.share(values[i]))));
                pen = true;
            } else {
                pen = false;
            }
        }
        return path.toString();
    }
}
