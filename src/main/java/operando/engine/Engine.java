package operando.engine;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the tasks of a {@link Job} are computed: on this machine's {@link Cores}, or anywhere else that a task and the job
 * can be sent to. Whoever writes a job does not see the difference, and results do not depend on it:
 *
 * <ul>
 * <li><b>order</b>: tasks begin in the order of the list, and results are handed on in that order, one at a time, by any
 *     thread; each sees what the one before it has done;
 * <li><b>memory</b>: a task begins only while at most {@value #RESULTS_A_THREAD} results a thread are at work or wait for one
 *     before them;
 * <li><b>failures</b>: the first task of the list that fails, or whose result is refused by what takes it, ends the job. No
 *     further task begins, those before it are finished and their results handed on, none after it is, and its exception is
 *     thrown as it is. So it is the same one on any number of threads;
 * <li><b>cancelling</b>: a {@link CancelledException} from the progress counts as a failure of the task that is at work, and so
 *     does an interruption of the thread that waits for the job. No task is at work any more when {@link #run} returns.
 * </ul>
 *
 * <pre>
 * record Square() implements Job&lt;Integer, Integer&gt; {
 *     public String stage() { return "squaring"; }
 *     public Worker&lt;Integer, Integer&gt; worker(Cores cores) { return (task, progress) -&gt; task * task; }
 * }
 * engine.run(new Square(), List.of(1, 2, 3), System.out::println, Progress.SILENT);    // 1, 4, 9
 * </pre>
 */
public interface Engine {

    /** Results a thread that may be at work or wait at the same time. */
    int RESULTS_A_THREAD = 3;

    /** The cores of the machine that gives out the work, for what is not worth sending away. */
    Cores cores();

    /**
     * Does all tasks and returns when their results have been handed on.
     *
     * @param progress told the part of the tasks that is done; of what a task itself tells, as far as it can be heard here
     * @throws RuntimeException what the first task that fails throws, as it is
     */
    <T extends Serializable, R extends Serializable> void run(Job<T, R> job, List<T> tasks, Consumer<? super R> results, Progress progress);
}
