// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.controller.console.frame;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as one path of a drawing whose unit is one module.
 *
 * @param size of the drawing, with the four quiet modules on each side
 * @param path of the dark modules
 */
public record SquareCode(int size, String path) {
  private static final int QUIET = 4;

  /**
   * The code of some words.
   *
   * @throws IllegalArgumentException if they are too many
   */
  public static SquareCode of(String words) {
    try {
      BitMatrix modules =
          new QRCodeWriter()
              .encode(
                  words,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN,
                      QUIET,
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M));
      return new SquareCode(modules.getWidth(), path(modules));
    } catch (WriterException e) {
      throw new IllegalArgumentException("No square code holds " + words.length() + " letters.", e);
    }
  }

  private static String path(BitMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
