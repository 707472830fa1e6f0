package org.opora.documents.content.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opora.documents.content.domain.ContentFault.Reason;

/** Plain words in UTF-8, or a mail as it was sent. */
final class Words {
  private static final int BEGINNING = 2_048;
  private static final Pattern MARKUP =
      Pattern.compile(
          "<(!doctype|\\?xml|html|head|body|svg|script|iframe|meta|!--|object|embed|style|math"
              + "|h:html|x:xmp)");
  private static final Pattern HEADER = Pattern.compile("^[!-9;-~]+:");
  private static final Pattern FROM = Pattern.compile("(?i)^from:.");
  private static final Pattern SENT =
      Pattern.compile("(?i)^(date|received|message-id|mime-version):.");

  private Words() {}

  /**
   * @throws ContentFault when these are no words, or words that a program runs
   */
  static ContentKind kind(byte[] in) throws ContentFault {
    String beginning = Bytes.text(in, 0, BEGINNING).toLowerCase(Locale.ROOT);
    CharBuffer words = decoded(in);
    if (beginning.startsWith("#!") || beginning.startsWith("\u00ef\u00bb\u00bf#!")) {
      throw new ContentFault(Reason.EXECUTABLE);
    }
    if (beginning.startsWith("{\\rtf") || beginning.startsWith("%!ps")) {
      throw new ContentFault(Reason.OLD_OFFICE);
    }
    String head = words.subSequence(0, Math.min(words.length(), 4 * BEGINNING)).toString();
    if (mail(head.replace("\r\n", "\n"))) {
      return ContentKind.MAIL;
    }
    if (MARKUP.matcher(beginning).find()) {
      throw new ContentFault(Reason.MARKUP);
    }
    return ContentKind.TEXT;
  }

  private static CharBuffer decoded(byte[] in) throws ContentFault {
    boolean signs = false;
    for (byte one : in) {
      if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
        throw new ContentFault(Reason.UNKNOWN);
      }
      signs |= one == 0x7F;
    }
    try {
      CharBuffer words =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(in));
      if (signs) {
        throw new ContentFault(Reason.UNKNOWN);
      }
      return words;
    } catch (CharacterCodingException other) {
      throw new ContentFault(Reason.ENCODING, other);
    }
  }

  /** Lines of a header from the first one on, among them who sent it. */
  private static boolean mail(String head) {
    boolean from = false;
    boolean sent = false;
    boolean first = true;
    for (String line : head.split("\n", -1)) {
      boolean goesOn = !first && (line.startsWith(" ") || line.startsWith("\t"));
      if (!goesOn && !HEADER.matcher(line).find()) {
        break;
      }
      from |= !goesOn && FROM.matcher(line).find();
      sent |= !goesOn && SENT.matcher(line).find();
      first = false;
    }
    return from && sent;
  }
}
