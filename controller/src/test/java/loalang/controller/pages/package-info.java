// SPDX-License-Identifier: GPL-3.0-or-later
/** The console as people see it: real Chromium, real office, no mocks. */
@NullMarked
package loalang.controller.pages;

import org.jspecify.annotations.NullMarked;
