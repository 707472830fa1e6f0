package org.opora.web.pages;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as a drawing of squares of size one, for a page to draw: no picture of it is stored
 * anywhere.
 *
 * @param size width and height, the quiet border included
 * @param path of an SVG
 */
public record QrPicture(int size, String path) {
  private static final int BORDER = 4;

  static QrPicture of(String text) {
    BitMatrix squares = squares(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      int x = 0;
      while (x < squares.getWidth()) {
        int from = x;
        while (x < squares.getWidth() && squares.get(x, y)) {
          x++;
        }
        if (x > from) {
          int width = x - from;
          path.append("M%d %dh%dv1h-%dz".formatted(from, y, width, width));
        }
        x++;
      }
    }
    return new QrPicture(squares.getWidth(), path.toString());
  }

  private static BitMatrix squares(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  BORDER,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
