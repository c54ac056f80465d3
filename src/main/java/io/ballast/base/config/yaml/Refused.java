package io.ballast.base.config.yaml;

import io.ballast.base.config.Position;

/** Ends the reading of a file that goes beyond what is accepted. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Position at;

  Refused(Position at, String message) {
    super(message);
    this.at = at;
  }

  Position at() {
    return at;
  }
}
