// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.kit;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A screenshot with 256 colours, about a quarter as large; a page has few more. */
final class SmallPicture {
  private static final int COLOURS = 256;
  private static final int BITS = 8;

  private SmallPicture() {}

  static byte[] of(byte[] png, int mostRows) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
    return written(indexed(whole, Math.min(mostRows, whole.getHeight())));
  }

  private static BufferedImage indexed(BufferedImage from, int rows) {
    int width = from.getWidth();
    int[] pixels = from.getRGB(0, 0, width, rows, null, 0, width);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
    }
    int kept = BITS;
    Map<Integer, Integer> commonest = alike(counts, kept);
    while (commonest.size() > COLOURS) {
      kept--;
      commonest = alike(counts, kept);
    }
    return drawn(pixels, width, mask(kept), commonest);
  }

  /** Of colours whose first bits are the same, the commonest. */
  private static Map<Integer, Integer> alike(Map<Integer, Integer> counts, int bits) {
    Map<Integer, Integer> commonest = new TreeMap<>();
    new TreeMap<>(counts)
        .forEach(
            (colour, count) ->
                commonest.merge(
                    colour & mask(bits),
                    colour,
                    (one, other) ->
                        counts.getOrDefault(one, 0) >= counts.getOrDefault(other, 0)
                            ? one
                            : other));
    return commonest;
  }

  private static int mask(int bits) {
    int channel = 0xFF & (0xFF << (BITS - bits));
    return channel << 16 | channel << 8 | channel;
  }

  private static BufferedImage drawn(
      int[] pixels, int width, int mask, Map<Integer, Integer> colours) {
    Map<Integer, Integer> places = new HashMap<>();
    int[] palette = new int[colours.size()];
    colours.forEach(
        (key, colour) -> {
          palette[places.size()] = colour;
          places.put(key, places.size());
        });
    int rows = pixels.length / width;
    BufferedImage image =
        new BufferedImage(
            width,
            rows,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(BITS, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
    int[] indices = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] = places.getOrDefault(pixels[i] & mask, 0);
    }
    image.getRaster().setPixels(0, 0, width, rows, indices);
    return image;
  }

  private static byte[] written(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam smallest = writer.getDefaultWriteParam();
    smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    smallest.setCompressionQuality(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), smallest);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
