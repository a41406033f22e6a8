/** The code of every screen, known at once: pure tests may load nothing later. */

import { code as concept } from "../../lib/screens/codes/concept.ts";
import { code as exam } from "../../lib/screens/codes/exam.ts";
import { code as home } from "../../lib/screens/codes/home.ts";
import { code as lab } from "../../lib/screens/codes/lab.ts";
import { code as quiz } from "../../lib/screens/codes/quiz.ts";
import { code as review } from "../../lib/screens/codes/review.ts";
import { code as stats } from "../../lib/screens/codes/stats.ts";
import { code as step } from "../../lib/screens/codes/step.ts";
import { code as summary } from "../../lib/screens/codes/summary.ts";
import { know } from "../../lib/screens/loaded.ts";

know({ concept, exam, home, lab, quiz, review, stats, step, summary });
