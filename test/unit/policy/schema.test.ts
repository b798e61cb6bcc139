import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Decision, PolicyRequest } from '#shared/model/policy.ts';

const asText = (schema: z.ZodType, io: 'input' | 'output') =>
  `${JSON.stringify(z.toJSONSchema(schema, { io }), null, 2)}\n`;

describe('the published JSON Schema', () => {
  it('of a request is the one that requests are read by', async () => {
    await expect(asText(PolicyRequest, 'input')).toMatchFileSnapshot('../../../docs/schema/policy-request.schema.json');
  });

  it('of a decision is the one that answers are checked against', async () => {
    await expect(asText(Decision, 'output')).toMatchFileSnapshot('../../../docs/schema/policy-decision.schema.json');
  });
});
