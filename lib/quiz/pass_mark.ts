/** The part of the points with which a quiz is passed, unless it is said otherwise. */

export const passMark = 0.6;
