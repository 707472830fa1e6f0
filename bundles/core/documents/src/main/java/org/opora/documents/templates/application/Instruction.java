package org.opora.documents.templates.application;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of Word, such as {@code MERGEFIELD name \* MERGEFORMAT}. */
record Instruction(String words) {
  private static final Pattern MERGE =
      Pattern.compile(
          "(?is)\\s*MERGEFIELD\\s+(?:\"([^\"]*)\"|([^\\s\"\\\\]+))\\s*((?:\\\\\\*\\s*(?:MERGEFORMAT|CHARFORMAT)\\s*)*)");

  private static final int LONGEST = 400;

  /** What decides, asks or fetches: the letter would not be what was checked. */
  private static final Set<String> DECIDING =
      Set.of(
          "IF",
          "NEXT",
          "NEXTIF",
          "SKIPIF",
          "COMPARE",
          "ASK",
          "FILLIN",
          "SET",
          "MERGEREC",
          "MERGESEQ",
          "INCLUDETEXT",
          "INCLUDEPICTURE",
          "INCLUDE",
          "IMPORT",
          "DATABASE",
          "DDE",
          "DDEAUTO",
          "LINK",
          "MACROBUTTON",
          "ADDRESSBLOCK",
          "GREETINGLINE");

  private String command() {
    String word = words.strip();
    int end = 0;
    while (end < word.length() && Character.isLetter(word.charAt(end))) {
      end++;
    }
    return word.substring(0, end).toUpperCase(Locale.ROOT);
  }

  boolean merges() {
    return command().equals("MERGEFIELD");
  }

  boolean decides() {
    return DECIDING.contains(command());
  }

  boolean links() {
    return command().equals("HYPERLINK");
  }

  /** Null when it is told to do more than to show a value. */
  String name() {
    Matcher merge = MERGE.matcher(words);
    if (words.length() > LONGEST || !merge.matches()) {
      return null;
    }
    return (merge.group(1) == null ? merge.group(2) : merge.group(1)).strip();
  }
}
