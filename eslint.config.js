import tseslint from 'typescript-eslint';

/** Time, randomness and the environment are handed in from `main`; see README, "The house". */
const handedIn = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument: take an Instant or a Clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is an argument: take an Instant or a Clock.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Randomness is handed in: take Ids.' },
  { selector: "CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate)$/]", message: 'Timers live in main only.' },
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'The environment is read once, in config.ts.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/'] },
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts'], ignores: ['src/main.ts', 'src/config.ts', 'src/desk/page/**'], rules: { 'no-restricted-syntax': ['error', ...handedIn] } },
);
