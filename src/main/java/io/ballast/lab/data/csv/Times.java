package io.ballast.lab.data.csv;

import org.jspecify.annotations.Nullable;

/**
 * Reads times out of bytes: whole seconds, milliseconds or microseconds since 1970, told apart by their size, or ISO 8601, in UTC where
 * no offset is written. All rows of a file must write them in the form of the first. For one thread.
 */
final class Times {
    static final long NONE = Long.MIN_VALUE;
    private static final double MOST_SECONDS = 1e11;
    private static final double MOST_MILLIS = 1e14;
    private static final double MOST_MICROS = 1e17;

    private @Nullable TimeForm form;

    /** Of the rows so far; null before the first. */
    @Nullable
    TimeForm form() {
        return form;
    }

    /**
     * Milliseconds since 1970.
     *
     * @return {@link #NONE} if it is no time, or one in another form than the rows before
     */
    long parse(byte[] text, int from, int to) {
        if (form == TimeForm.ISO) {
            return iso(text, from, to);
        }
        double number = Numbers.parse(text, from, to, (byte) '.');
        return Double.isNaN(number) ? inForm(TimeForm.ISO, iso(text, from, to)) : ofNumber(number);
    }

    private long ofNumber(double number) {
        if (number != Math.rint(number) || !(Math.abs(number) < MOST_MICROS)) {
            return NONE;
        }
        long whole = (long) number;
        double size = Math.abs(number);
        if (size < MOST_SECONDS) {
            return inForm(TimeForm.SECONDS, whole * 1000);
        }
        return size < MOST_MILLIS
                ? inForm(TimeForm.MILLIS, whole)
                : inForm(TimeForm.MICROS, Math.floorDiv(whole, 1000L));
    }

    private long inForm(TimeForm now, long millis) {
        if (millis == NONE || (form != null && form != now)) {
            return NONE;
        }
        form = now;
        return millis;
    }

    private static long iso(byte[] text, int from, int to) {
        if (to - from < 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return NONE;
        }
        int year = digits(text, from, from + 4);
        int month = digits(text, from + 5, from + 7);
        int day = digits(text, from + 8, from + 10);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > days(year, month)) {
            return NONE;
        }
        long midnight = epochDay(year, month, day) * 86_400_000L;
        if (to == from + 10) {
            return midnight;
        }
        boolean parted = text[from + 10] == 'T' || text[from + 10] == ' ';
        long ofDay = parted ? clock(text, from + 11, to) : NONE;
        return ofDay == NONE ? NONE : midnight + ofDay;
    }

    /** {@code 08:30}, {@code 08:30:15.250}, then nothing or an offset; milliseconds after midnight UTC. */
    private static long clock(byte[] text, int from, int to) {
        if (to - from < 5 || text[from + 2] != ':') {
            return NONE;
        }
        int hour = digits(text, from, from + 2);
        int minute = digits(text, from + 3, from + 5);
        int second = 0;
        long millis = 0;
        int at = from + 5;
        if (at < to && text[at] == ':') {
            second = at + 3 <= to ? digits(text, at + 1, at + 3) : -1;
            at += 3;
            if (at < to && text[at] == '.') {
                int end = at + 1;
                while (end < to && text[end] >= '0' && text[end] <= '9') {
                    end++;
                }
                millis = fraction(text, at + 1, end);
                at = end;
            }
        }
        long offset = offset(text, at, to);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || millis < 0) {
            return NONE;
        }
        return offset == NONE ? NONE : ((hour * 60L + minute) * 60 + second) * 1000 + millis - offset;
    }

    private static long fraction(byte[] text, int from, int to) {
        long millis = 0;
        for (int i = 0; i < 3; i++) {
            millis = millis * 10 + (from + i < to ? text[from + i] - '0' : 0);
        }
        return to > from ? millis : NONE;
    }

    /** Nothing, {@code Z}, {@code UTC}, {@code +02:00} or {@code +0200}, in milliseconds. */
    private static long offset(byte[] text, int from, int to) {
        int at = from < to && text[from] == ' ' ? from + 1 : from;
        int length = to - at;
        if (length == 0 || (length == 1 && text[at] == 'Z')) {
            return 0;
        }
        if (length == 3 && text[at] == 'U' && text[at + 1] == 'T' && text[at + 2] == 'C') {
            return 0;
        }
        boolean colon = length == 6 && text[at + 3] == ':';
        if ((!colon && length != 5) || (text[at] != '+' && text[at] != '-')) {
            return NONE;
        }
        int hours = digits(text, at + 1, at + 3);
        int minutes = digits(text, to - 2, to);
        if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        long span = (hours * 60L + minutes) * 60_000;
        return text[at] == '-' ? -span : span;
    }

    private static int digits(byte[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int days(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970 in the Gregorian calendar, by counting from March. */
    private static long epochDay(int year, int month, int day) {
        long y = month > 2 ? year : year - 1L;
        long m = month > 2 ? month - 3L : month + 9L;
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 719_469;
    }
}
