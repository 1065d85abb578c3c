// SPDX-License-Identifier: GPL-3.0-or-later
package loalang.benchmarks;

import java.util.List;
import java.util.Set;
import loalang.announcements.Notice;
import loalang.announcements.voice.Language;
import loalang.protocol.PagingZone;
import loalang.protocol.Priority;

/** What is rendered to be measured. No two sentences are alike, so none is remembered. */
final class RenderNotices {
  private static final int SENTENCES_PER_MINUTE = 11;
  private static final List<String> DIGITS =
      List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

  static final String VACCINATION =
      """
      Ủy ban nhân dân xã thông báo lịch tiêm chủng mở rộng cho trẻ em dưới năm tuổi. Thời gian từ
      bảy giờ ba mươi đến mười một giờ, ngày thứ bảy tuần này, tại trạm y tế xã. Bà con mang theo
      sổ tiêm chủng và thẻ bảo hiểm y tế của trẻ. Trẻ đang sốt hoặc đang uống thuốc thì báo cho cán
      bộ y tế trước khi tiêm. Sau khi tiêm, gia đình cho trẻ ở lại trạm ba mươi phút để theo dõi.
      Đề nghị các trưởng thôn nhắc từng gia đình có trẻ trong độ tuổi. Xin trân trọng cảm ơn.
      """;

  private RenderNotices() {}

  static Notice of(String body) {
    return new Notice(
        "Lịch tiêm chủng",
        Language.VIETNAMESE,
        null,
        Priority.ROUTINE,
        Set.of(new PagingZone("thon-mot")),
        body);
  }

  static Notice ofMinutes(int minutes) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < minutes * SENTENCES_PER_MINUTE; i++) {
      body.append("Bà con thôn số ")
          .append(DIGITS.get(i / 100 % 10))
          .append(' ')
          .append(DIGITS.get(i / 10 % 10))
          .append(' ')
          .append(DIGITS.get(i % 10))
          .append(" mang theo sổ tiêm chủng và thẻ bảo hiểm y tế của trẻ ra trạm xá. ");
    }
    return of(body.toString());
  }
}
