package org.opora.documents.content.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opora.documents.content.domain.ContentFault.Reason;

/**
 * Data that is signed (CMS), as far as is needed to tell a message of the data boxes from a
 * signature that lies beside its document. Whether it is genuine is not asked here.
 */
final class Cms {
  private static final String SIGNED_DATA = "\u002a\u0086\u0048\u0086\u00f7\r\u0001\u0007\u0002";
  private static final String DATA_BOXES = "isds.czechpoint.cz";
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int OID = 0x06;
  private static final int FIRST = 0xA0;
  private static final int DEEPEST = 40;
  private static final int ENOUGH = 4_096;

  /** Of one that is read as a list; the standard knows six at most. */
  private static final int MOST_CHILDREN = 32;

  /** Parts that are looked at, over and over: whoever signs a stream cuts it into thousands. */
  private static final int MOST_PARTS = 2_000_000;

  private final byte[] in;
  private int parts;

  private record Part(int tag, int from, int to, int next) {}

  private Cms(byte[] in) {
    this.in = in;
  }

  /** Empty when it is no signed data at all. */
  static Optional<ContentKind> kind(byte[] in) throws ContentFault {
    if (in.length < 20
        || (in[0] & 0xFF) != SEQUENCE
        || !Bytes.text(in, 0, 24).contains(SIGNED_DATA)) {
      return Optional.empty();
    }
    return new Cms(in).kind();
  }

  private Optional<ContentKind> kind() throws ContentFault {
    Part whole = part(0, in.length, 0);
    if (whole.next() != in.length) {
      throw new ContentFault(Reason.DAMAGED);
    }
    List<Part> outer = children(whole, SEQUENCE, 2);
    if (outer.get(0).tag() != OID
        || !Bytes.text(in, outer.get(0).from(), outer.get(0).to()).equals(SIGNED_DATA)) {
      return Optional.empty();
    }
    List<Part> signed = children(children(outer.get(1), FIRST, 1).get(0), SEQUENCE, 4);
    Part signers = signed.get(signed.size() - 1);
    List<Part> content = children(signed.get(2), SEQUENCE, 1);
    if (signers.tag() != SET || signers.from() == signers.to()) {
      throw new ContentFault(Reason.DAMAGED);
    }
    if (content.size() == 1) {
      return Optional.of(ContentKind.SIGNATURE);
    }
    ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    collect(children(content.get(1), FIRST, 1).get(0), beginning, 0);
    return beginning.toString(StandardCharsets.ISO_8859_1).contains(DATA_BOXES)
        ? Optional.of(ContentKind.DATA_MESSAGE)
        : Optional.empty();
  }

  /** The content may be one string or several in each other. */
  private void collect(Part part, ByteArrayOutputStream into, int depth) throws ContentFault {
    if (into.size() >= ENOUGH || depth > DEEPEST) {
      return;
    }
    if ((part.tag() & 0x20) == 0) {
      into.write(in, part.from(), Math.min(part.to() - part.from(), ENOUGH));
    } else {
      for (int at = part.from(); at < part.to() && into.size() < ENOUGH; ) {
        Part one = part(at, part.to(), 0);
        collect(one, into, depth + 1);
        at = one.next();
      }
    }
  }

  private List<Part> children(Part part, int tag, int least) throws ContentFault {
    List<Part> children = new ArrayList<>();
    if (part.tag() != tag) {
      throw new ContentFault(Reason.DAMAGED);
    }
    for (int at = part.from(); at < part.to(); ) {
      if (children.size() == MOST_CHILDREN) {
        throw new ContentFault(Reason.DAMAGED);
      }
      Part child = part(at, part.to(), 0);
      children.add(child);
      at = child.next();
    }
    if (children.size() < least) {
      throw new ContentFault(Reason.DAMAGED);
    }
    return children;
  }

  private Part part(int at, int end, int depth) throws ContentFault {
    int tag = Bytes.u8(in, at);
    int length = Bytes.u8(in, at + 1);
    int from = at + 2;
    if ((tag & 0x1F) == 0x1F || depth > DEEPEST || ++parts > MOST_PARTS) {
      throw new ContentFault(Reason.DAMAGED);
    }
    if (length == 0x80) {
      return open(tag, from, end, depth);
    }
    if (length > 0x80) {
      int bytes = length - 0x80;
      if (bytes > 4) {
        throw new ContentFault(Reason.DAMAGED);
      }
      long many = 0;
      for (int i = 0; i < bytes; i++) {
        many = many << 8 | Bytes.u8(in, from++);
      }
      length = (int) Math.min(many, Integer.MAX_VALUE);
    }
    if (length > end - from) {
      throw new ContentFault(Reason.DAMAGED);
    }
    return new Part(tag, from, from + length, from + length);
  }

  /** Until two zeros, as whoever signs a stream writes it. */
  private Part open(int tag, int from, int end, int depth) throws ContentFault {
    if ((tag & 0x20) == 0) {
      throw new ContentFault(Reason.DAMAGED);
    }
    int at = from;
    while (at + 1 < end && Bytes.u16(in, at) != 0) {
      at = part(at, end, depth + 1).next();
    }
    if (at + 1 >= end) {
      throw new ContentFault(Reason.DAMAGED);
    }
    return new Part(tag, from, at, at + 2);
  }
}
