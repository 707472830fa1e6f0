package org.opora.documents.pdf.application;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.opora.documents.pdf.application.PageFault.Reason;

/**
 * The picture of a letterhead. It is drawn anew on white in the one colour space that a PDF/A of
 * ours declares: colours of a printing house or a transparent ground would break the promise.
 */
final class Picture {
  private static final Pattern DATA =
      Pattern.compile("data:image/(png|jpeg);base64,([A-Za-z0-9+/=\\s]+)");
  private static final int LARGEST = 1 << 20;
  private static final long MOST_POINTS = 4_000_000;

  private Picture() {}

  static String redrawn(String source) throws PageFault {
    Matcher data = DATA.matcher(source.length() > 2 * LARGEST ? "" : source);
    if (!data.matches()) {
      throw new PageFault(Reason.PICTURE, "");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(data.group(2));
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(onWhite(bytes));
    } catch (IOException | RuntimeException broken) {
      throw new PageFault(Reason.PICTURE, "", broken);
    }
  }

  /** In memory only: the default would keep a copy among the temporary files. */
  private static byte[] onWhite(byte[] bytes) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
          throw new IOException("too large");
        }
        return png(reader.read(0));
      } finally {
        reader.dispose();
      }
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    BufferedImage plain =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = plain.createGraphics();
    paper.drawImage(image, 0, 0, Color.WHITE, null);
    paper.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(plain, "png", stream);
    }
    return out.toByteArray();
  }
}
