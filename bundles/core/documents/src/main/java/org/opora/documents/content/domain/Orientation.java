package org.opora.documents.content.domain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way up a camera was held: the one thing of its data that whoever looks needs. */
final class Orientation {
  private static final int TAG = 0x0112;
  private static final int UPRIGHT = 1;
  private static final int LAST = 8;
  private static final int ENTRY = 12;

  private Orientation() {}

  /**
   * @param tiff the data of the camera, as a TIFF without pictures
   * @return 1 when it says nothing, or is damaged
   */
  static int of(byte[] tiff) {
    try {
      ByteBuffer data = ByteBuffer.wrap(tiff);
      data.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int first = data.getInt(4);
      int entries = data.getShort(first) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = first + 2 + i * ENTRY;
        if ((data.getShort(entry) & 0xFFFF) == TAG) {
          int value = data.getShort(entry + 8);
          return value > UPRIGHT && value <= LAST ? value : UPRIGHT;
        }
      }
      return UPRIGHT;
    } catch (IndexOutOfBoundsException broken) {
      return UPRIGHT;
    }
  }

  static boolean turned(int orientation) {
    return orientation != UPRIGHT;
  }

  /** A TIFF that says this and nothing else. */
  static byte[] tiff(int orientation) {
    return ByteBuffer.allocate(26)
        .put(new byte[] {'M', 'M', 0, 42})
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) TAG)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }
}
