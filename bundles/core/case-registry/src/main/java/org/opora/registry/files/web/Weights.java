package org.opora.registry.files.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opora.api.web.Choice;
import org.opora.registry.files.domain.FileWeight;

/** Weights of families as people say them: one for an ordinary family. */
final class Weights {
  private static final int HEAVIEST = 8;

  private Weights() {}

  static List<Choice> choices(Locale locale) {
    return IntStream.rangeClosed(1, HEAVIEST)
        .mapToObj(halves -> new Choice(String.valueOf(halves), said(halves, locale)))
        .toList();
  }

  static String said(int halves, Locale locale) {
    return NumberFormat.getInstance(locale).format((double) halves / FileWeight.ORDINARY);
  }
}
