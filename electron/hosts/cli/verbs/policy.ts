import type { Command } from 'commander';
import { type CommonOptions, withCommonOptions, withConsole } from '#electron/hosts/cli/open-console.ts';
import { like } from '#electron/hosts/cli/options.ts';
import { decisionLine, ruleName } from '#electron/hosts/cli/policy-words.ts';
import { readJsonFile } from '#electron/hosts/cli/read-json.ts';
import { columns, type Terminal } from '#electron/hosts/cli/terminal.ts';
import { problemOf } from '#electron/hosts/say.ts';
import { WHOLE_REQUEST } from '#electron/policy/index.ts';
import { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { Decision } from '#shared/model/policy.ts';
import { ProblemError } from '#shared/model/problem.ts';

/** `decide`, `can` and `matrix`. */
export function addPolicyVerbs(program: Command, terminal: Terminal): void {
  const print = (value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);

  withCommonOptions(program.command('decide'))
    .description('answer one policy request, or an array of them')
    .argument('<file>', 'a JSON file, or - for standard input')
    .action(async (file: string, options: CommonOptions) => {
      const given = await readJsonFile(file, terminal, 'requestNotJson');
      await withConsole(terminal, options, 'read', async ({ policy }) => {
        if (!Array.isArray(given)) {
          const decision = await policy.decide({ request: given }).catch(naming(file, ''));
          return options.json ? print(decision) : terminal.out(`${decisionLine(decision)}\n`);
        }
        const decisions: Decision[] = [];
        for (const [index, request] of given.entries()) {
          decisions.push(await policy.decide({ request }).catch(naming(file, `[${index}]`)));
        }
        if (options.json) return print(decisions);
        if (decisions.length === 0) terminal.err(`There is no request in ${file}, so there is no answer.\n`);
        for (const [index, decision] of decisions.entries()) terminal.out(`[${index}] ${decisionLine(decision)}\n`);
      });
    });

  withCommonOptions(program.command('can'))
    .description('what our own staff may do on a customer or subscription')
    .requiredOption('--customer <id>', 'the customer', like(CustomerId, 'a tenant id (GUID)'))
    .option('--subscription <id>', 'one of its subscriptions', like(SubscriptionId, 'an id'))
    .action(async (options: CommonOptions & { customer: CustomerId; subscription?: SubscriptionId }) => {
      const { customer, subscription } = options;
      const answers = await withConsole(terminal, options, 'read', async ({ policy }) => [
        ...(await policy.can({ customer })),
        ...(subscription ? await policy.can({ customer, subscription }) : []),
      ]);
      if (options.json) return print(answers);
      const rows = answers.map(({ action, context, properties }) => [
        properties.kind ? `${action} (${properties.kind})` : action,
        context.outcome,
        context.rule,
      ]);
      terminal.out(columns(['ACTION', 'ANSWER', 'RULE'], rows));
    });

  withCommonOptions(program.command('matrix'))
    .description('print the whole rule table with its sources')
    .action(async (options: CommonOptions) => {
      const rules = await withConsole(terminal, options, 'read', ({ policy }) => policy.matrix());
      const table = rules.map(({ clouds, rule, sources: [source, ...also] }) => ({
        rule,
        cloud: clouds.length > 1 ? 'both' : clouds[0],
        source: source ?? null,
        ...(also.length > 0 ? { also } : {}),
      }));
      if (options.json) return print(table);
      const rows = table.map(({ cloud, rule, source }) => [rule, cloud ?? '', ruleName(rule), source?.title ?? '—']);
      terminal.out(columns(['RULE', 'CLOUD', 'NAME', 'SOURCE'], rows));
    });
}

/** Says in which file a request did not fit, and where: `element` is its place in an array, empty for a single request. */
function naming(file: string, element: string): (error: unknown) => never {
  return (error) => {
    const problem = problemOf(error);
    if (!problem) throw error;
    const { kind, key, values } = problem;
    const path = values.path === WHOLE_REQUEST && element ? element : [element, values.path].filter(Boolean).join('.');
    throw new ProblemError(kind, key, { ...values, file, path });
  };
}
